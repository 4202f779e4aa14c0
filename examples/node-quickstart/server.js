// Routes needs inside a request handler: paste it, and point it at your own directory.
//
//   curl 'http://localhost:3000/?subject=recruter&commune=80021&headcount=3'

import { createServer } from 'node:http';
import { NeedError, Router } from 'aiguillage';

const router = await Router.open(new URL('../hauts-de-france', import.meta.url));

createServer((request, response) => {
  const { headcount, ...need } = Object.fromEntries(new URL(request.url, 'http://localhost').searchParams);
  const answer = (status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  try {
    const matches = router.matchExperts({ ...need, headcount: headcount && Number(headcount) }, { limit: 3 });
    answer(200, matches.map(({ expert, institution, zone }) => ({ name: expert.name, institution: institution.name, zone })));
  } catch (error) {
    if (!(error instanceof NeedError)) throw error;
    answer(400, { code: error.code, field: error.field, message: error.message });
  }
}).listen(process.env.PORT ?? 3000);
