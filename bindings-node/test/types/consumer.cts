// The same package from CommonJS.

import aiguillage = require('aiguillage');

const router: aiguillage.Router = aiguillage.Router.fromJson('{}');
const need: aiguillage.Need = { subject: 'recruter', commune: '80021' };
const owner: aiguillage.ZoneOwner | undefined = router.matchExperts(need)[0]?.zoneOwner;
// @ts-expect-error no such field
const wrong: aiguillage.Need = { subject: 'recruter', commune: '80021', headcont: 3 };
console.log(owner, wrong);
