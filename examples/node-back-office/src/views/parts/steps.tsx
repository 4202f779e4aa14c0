export function Steps({ steps, current }: { steps: readonly string[]; current: number }) {
  return (
    <ol class="steps">
      {steps.map((step, at) => (
        <li aria-current={at === current ? 'step' : undefined}>
          {at + 1}. {step}
        </li>
      ))}
    </ol>
  );
}

export const ADVISER_STEPS = ['L’entreprise', 'Ses besoins', 'Le contact et l’envoi'] as const;
export const PORTAL_STEPS = ['Votre demande', 'Les sujets et vos coordonnées', 'Le suivi'] as const;
