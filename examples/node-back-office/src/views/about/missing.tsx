/** What a legal page has to say, or that it is missing: nothing stands in for it. */

export function Said({ value, missing }: { value: string | undefined; missing: string }) {
  return value === undefined ? <strong>{missing}</strong> : <>{value}</>;
}

export function WriteTo({ contact }: { contact: string | undefined }) {
  return contact === undefined ? (
    <strong>adresse de contact non renseignée</strong>
  ) : (
    <a href={`mailto:${encodeURI(contact)}`}>{contact}</a>
  );
}
