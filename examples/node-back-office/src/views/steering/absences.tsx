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
        <table aria-label="Absences">
          <thead>
            <tr>
              <th scope="col">Expert</th>
              <th scope="col">Du</th>
              <th scope="col">Au</th>
              <th scope="col">Suppléant</th>
            </tr>
          </thead>
          <tbody>
            {absences.map((one) => (
              <tr>
                <th scope="row">{one.name}</th>
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
