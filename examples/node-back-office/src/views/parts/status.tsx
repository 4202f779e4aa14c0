/** The state of a need or a referral, as a coloured label. The words are the library's. */

const KINDS: Record<string, string> = {
  waiting: 'wait',
  taken_in_charge: '',
  done: 'good',
  done_no_help: 'plain',
  done_not_reachable: 'plain',
  taken_by_sibling: 'plain',
  not_for_me: 'bad',
  not_sent: 'bad',
};

export function StatusTag({ status, label }: { status: string; label: string }) {
  return <span class={`tag ${KINDS[status] ?? 'plain'}`}>{label}</span>;
}
