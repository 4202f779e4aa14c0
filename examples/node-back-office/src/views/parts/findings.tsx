/** What a register says of a company besides its facts: it is closed, its activity is of an old nomenclature… */

export function FindingsPart({ findings }: { findings: readonly string[] }) {
  if (findings.length === 0) return null;
  return (
    <div class="notice wait">
      <p>À vérifier, d’après le registre :</p>
      <ul>
        {findings.map((finding) => (
          <li>{withCode(finding)}</li>
        ))}
      </ul>
    </div>
  );
}

/** The library's sentences put what they quote between backticks. */
const withCode = (sentence: string) => sentence.split('`').map((part, at) => (at % 2 === 1 ? <code>{part}</code> : part));
