/** The accounts of the demonstration. Their passwords are known: it is refused in production. */

export const DEMO_ACCOUNTS = [
  { email: 'conseil@demo.example', name: 'Compte conseil', role: 'adviser', password: 'aiguillage-conseil' },
  { email: 'pilotage@demo.example', name: 'Compte pilotage', role: 'steering', password: 'aiguillage-pilotage' },
  { email: 'collegue@demo.example', name: 'Compte conseil, collègue', role: 'adviser', password: 'aiguillage-collegue' },
  { email: 'antenne@demo.example', name: 'Compte antenne', role: 'manager', password: 'aiguillage-antenne' },
] as const;
