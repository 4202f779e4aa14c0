/** What steering has to know of the legal pages, on every page: whom they do not name yet. */

import { missingLegal, type Config } from '../config.js';

export function legalAlerts({ legal, production }: Config): string[] {
  const missing = missingLegal(legal);
  if (!production || missing.length === 0) return [];
  return [
    `Les pages légales ne disent pas tout ce qu’elles doivent : réglez ${missing.join(', ')} et redémarrez le service. Elles disent aux visiteurs que cela manque.`,
  ];
}
