/** Who leaves: apart, and ticked on purpose where they are many. */

import { grouped } from '../../../services/grouped.js';
import type { Departure } from '../../../services/workshop/types.js';
import { Form } from '../../forms.js';
import type { Frame } from '../../frame.js';
import { many, number } from '../../labels.js';
import { LISTS } from './words.js';

interface DeparturesProps {
  frame: Frame;
  action: string;
  departures: readonly Departure[];
  /** Whether the visitor may say who leaves. */
  own: boolean;
}

export function Departures({ frame, action, departures, own }: DeparturesProps) {
  if (departures.length === 0) return null;
  const leaving = departures.filter((one) => one.leaves).length;
  const groups = [...grouped(departures, (one) => one.institution)];
  return (
    <>
      <h2>Départs</h2>
      <p>
        {many(departures.length, 'nom', 'noms')} de l’annuaire ne figure{departures.length < 2 ? '' : 'nt'} plus dans la
        feuille : {number(leaving)} s’en {leaving < 2 ? 'va' : 'vont'}, {number(departures.length - leaving)} reste
        {departures.length - leaving < 2 ? '' : 'nt'}.
      </p>
      <Form frame={frame} action={action}>
        <input type="hidden" name="suite" value="departs" />
        {groups.map(([institution, list], group) => (
          <article>
            <h3>{list[0]?.institutionName}</h3>
            {list.some((one) => one.many) && (
              <div class="notice wait">
                Plus d’un cinquième de cette institution : la feuille est peut-être incomplète. Seul qui est coché s’en va.
              </div>
            )}
            {list.some((one) => one.unnamed) && (
              <div class="notice wait">
                La feuille ne nomme personne de certaines antennes ({many(list.filter((one) => one.unnamed).length, 'expert')}) : ils
                restent, sauf ceux que vous cochez.
              </div>
            )}
            {own && list.length > 3 && (
              <label>
                <input type="checkbox" name="departures_of" value={institution} />
                Les {number(list.length)} : ils s’en vont tous
              </label>
            )}
            <fieldset disabled={!own}>
              <legend>Qui s’en va</legend>
              {list.map((one, position) => (
                <label for={`depart-${group}-${position}`}>
                  <input
                    type="checkbox"
                    id={`depart-${group}-${position}`}
                    name="departures"
                    value={`${one.list}:${one.id}`}
                    checked={one.leaves}
                  />
                  {one.name}
                  <small>
                    {LISTS[one.list]}
                    {one.within && `, ${one.within}`}
                    {one.list === 'antennes' && ' ; ses experts s’en vont avec elle'}
                  </small>
                </label>
              ))}
            </fieldset>
          </article>
        ))}
        {own && (
          <div class="actions">
            <button type="submit" class="quiet">
              Enregistrer les départs
            </button>
          </div>
        )}
      </Form>
    </>
  );
}
