/** The absences that experts said, for steering. */

import { longDay } from '../labels.js';

export interface SteeringAbsence {
  name: string;
  from: string;
  until: string;
  substitute: string | undefined;
  /** The directory does not allow the substitute any more. */
  withoutSubstitute: boolean;
}

export function AbsencesPart({ absences }: { absences: readonly SteeringAbsence[] }) {
  if (absences.length === 0) return null;
  return (
    <>
      <h2>Absences dites par les experts</h2>
      <div class="scroll" tabindex={0} role="region" aria-label="Absences">
        <table>
          <thead>
            <tr>
              <th>Expert</th>
              <th>Du</th>
              <th>Au</th>
              <th>Suppléant</th>
            </tr>
          </thead>
          <tbody>
            {absences.map((one) => (
              <tr>
                <td>{one.name}</td>
                <td class="nowrap">{longDay(one.from)}</td>
                <td class="nowrap">{longDay(one.until)}</td>
                <td>
                  {one.substitute ?? '–'} {one.withoutSubstitute && <span class="tag wait">ne peut plus remplacer</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
