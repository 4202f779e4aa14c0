// A light touch of script. Every page works without it: it completes communes as one types, and shows at once who
// would be alerted for each need that is ticked.

for (const box of document.querySelectorAll('[data-communes]')) completeCommunes(box);
for (const form of document.querySelectorAll('form[data-preview]')) previewNeeds(form);
for (const form of document.querySelectorAll('form[method="post"]:not([data-many])')) submitOnce(form);

// The browser gives it the focus by itself, save where the address leads into the page.
document.querySelector('[data-errors]')?.focus();

/** The combobox pattern: arrows choose, Enter takes, Escape closes. */
function completeCommunes(box) {
  const input = box.querySelector('input:not([type="hidden"])');
  const code = box.querySelector('input[type="hidden"]');
  const list = document.createElement('ul');
  list.id = `${input.id}-list`;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Communes');
  box.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);

  let asked = 0;
  let active = -1;

  const close = () => {
    // An answer that is still on its way would open it again over what the reader reaches for.
    asked += 1;
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const take = (item) => {
    input.value = item.textContent;
    code.value = item.dataset.code;
    close();
    code.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const move = (step) => {
    const items = [...list.children];
    if (items.length === 0) return;
    active = (active + step + items.length) % items.length;
    items.forEach((item, at) => item.setAttribute('aria-selected', String(at === active)));
    input.setAttribute('aria-activedescendant', items[active].id);
    items[active].scrollIntoView({ block: 'nearest' });
  };
  const show = (communes) => {
    list.replaceChildren(
      ...communes.map((commune, at) => {
        const item = document.createElement('li');
        item.id = `${list.id}-${at}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.dataset.code = commune.code;
        item.textContent = commune.label;
        // Before the field loses the focus.
        item.addEventListener('mousedown', (event) => {
          event.preventDefault();
          take(item);
        });
        return item;
      }),
    );
    active = -1;
    list.hidden = communes.length === 0 || document.activeElement !== input;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };

  input.addEventListener('input', async () => {
    code.value = '';
    const query = input.value.trim();
    const mine = ++asked;
    if (query.length < 2) return close();
    const answer = await fetch(`${box.dataset.communes}?q=${encodeURIComponent(query)}`);
    // An answer that comes after a later question is of no use.
    if (answer.ok && mine === asked) show(await answer.json());
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && active >= 0) take(list.children[active]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
}

/** Who would be alerted, need by need, as boxes are ticked and questions answered. */
function previewNeeds(form) {
  form.dataset.live = '';
  const pending = new Map();
  const show = async (need) => {
    const slot = need.querySelector('[data-slot]');
    if (!slot) return;
    pending.get(need)?.abort();
    const controller = new AbortController();
    pending.set(need, controller);
    const body = new URLSearchParams(new FormData(form));
    body.set('preview', need.dataset.need);
    slot.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(form.dataset.preview, { method: 'POST', body, signal: controller.signal });
      if (answer.ok) slot.innerHTML = await answer.text();
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
      return;
    }
    slot.removeAttribute('aria-busy');
  };
  form.addEventListener('change', (event) => {
    const need = event.target.closest('[data-need]');
    // Choosing among the experts who are shown does not change who they are.
    if (need && !event.target.closest('[data-slot]') && need.querySelector('input[type="checkbox"]').checked) show(need);
    if (event.target.name === 'commune_code') {
      for (const one of form.querySelectorAll('[data-need]:has(> label input:checked)')) show(one);
    }
    count();
  });
  const count = () => {
    const total = form.querySelector('[data-count]');
    const ticked = form.querySelectorAll('[data-need] > label input:checked').length;
    if (total) total.textContent = ticked === 0 ? 'Aucun besoin' : ticked === 1 ? '1 besoin' : `${ticked} besoins`;
  };
  count();
}

/** A second click sends nothing. The server would see to it too; this spares the visitor a strange answer. */
function submitOnce(form) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => delete form.dataset.sent);
}
