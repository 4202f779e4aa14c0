/** Light or dark: as the visitor's system says, or as they chose. The choice is kept in a cookie, so that no script is needed. */

export const LOOKS = [
  ['auto', 'Comme mon appareil'],
  ['clair', 'Clair'],
  ['sombre', 'Sombre'],
] as const;
export type Look = (typeof LOOKS)[number][0];

export const lookOf = (text: string | undefined): Look => LOOKS.find(([look]) => look === text)?.[0] ?? 'auto';
