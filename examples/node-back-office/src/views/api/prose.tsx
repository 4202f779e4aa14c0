/** A description as paragraphs, with the spaces of French; what stands between backquotes is code. */

import { french } from '../typography.js';

export function Prose({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <>
      {text.split('\n\n').map((paragraph) => (
        <p>
          <Words text={paragraph} />
        </p>
      ))}
    </>
  );
}

export function Words({ text }: { text: string | undefined }) {
  if (!text) return null;
  return <>{french(text).split('`').map((part, at) => (at % 2 === 1 ? <code>{part}</code> : part))}</>;
}
