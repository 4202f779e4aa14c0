/** Whom to call in a company, from a form. */

import type { Contact } from '../store/diagnoses.js';
import type { Errors } from '../views/forms.js';
import { textOf } from '../web/input.js';

const EMAIL = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\]+$/;
const PHONE = /^\+?[\d\s().-]{8,25}$/;

/** Whether a text looks like an address that can be written to. */
export const isEmail = (text: string): boolean => EMAIL.test(text);

export function readContact(body: unknown): { contact: Contact; errors: Errors } {
  const contact: Contact = {
    name: textOf(body, 'name', 120),
    job: textOf(body, 'job', 80),
    email: textOf(body, 'email', 200),
    phone: textOf(body, 'phone', 30),
  };
  const errors: Errors = {};
  if (!contact.name) errors['name'] = 'Indiquez qui appeler.';
  if (contact.email && !isEmail(contact.email)) errors['email'] = 'Cette adresse électronique n’est pas complète.';
  if (contact.phone && !PHONE.test(contact.phone)) errors['phone'] = 'Ce numéro de téléphone n’est pas complet.';
  if (!contact.email && !contact.phone) errors['phone'] = 'Indiquez un téléphone ou un courriel.';
  return { contact, errors };
}
