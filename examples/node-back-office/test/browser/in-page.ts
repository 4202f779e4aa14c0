/**
 * What is looked for within a page, by functions that run there: each returns what is wrong, in words. They are sent to
 * the browser as text, so each is whole in itself.
 */

/** Ids that stand twice, and names of links, buttons and fields that stand for different things. */
export function doubles(): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const { id } of document.querySelectorAll('[id]')) {
    if (ids.has(id)) faults.push(`id="${id}" stands twice`);
    ids.add(id);
  }
  const words = (element: Element | null): string => (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const meant = new Map<string, string>();
  const unlike = (kind: string, name: string, meaning: string): void => {
    const before = meant.get(`${kind} ${name}`);
    if (name === '') faults.push(`a ${kind} has no name: ${meaning}`);
    else if (before !== undefined && before !== meaning) faults.push(`${kind} "${name}" is both ${before} and ${meaning}`);
    meant.set(`${kind} ${name}`, meaning);
  };
  for (const link of document.querySelectorAll('a[href]')) unlike('link', words(link), link.getAttribute('href') ?? '');
  for (const summary of document.querySelectorAll('summary')) {
    unlike('summary', words(summary), `${[...document.querySelectorAll('summary')].indexOf(summary)}`);
  }
  for (const button of document.querySelectorAll('button')) {
    const hidden = [...(button.form?.querySelectorAll('input[type="hidden"]') ?? [])] as HTMLInputElement[];
    const sent = hidden.filter((one) => one.name !== '_csrf').map((one) => `${one.name}=${one.value}`);
    unlike('button', words(button), [button.form?.getAttribute('action'), button.name, button.value, ...sent].join(' '));
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type="hidden"]), select, textarea')) {
    // Choices are told apart by their legend, or by the need that they stand in.
    const group = field.closest('fieldset')?.querySelector('legend') ?? field.closest('.need')?.querySelector('label') ?? null;
    const form = field.closest('form')?.getAttribute('action') ?? '';
    const own = field.labels?.[0] ? [...(field.labels[0].cloneNode(true) as Element).childNodes].map((node) => node.textContent).join(' ').replace(/\s+/g, ' ').trim() : words(field);
    unlike('field', `${own} (${words(group === field.labels?.[0] ? null : group)})`, `${form} ${field.name} ${field.type === 'radio' || field.type === 'checkbox' ? field.value : field.id}`);
  }
  return faults;
}

/** Tables with a name, and headers that say what they head; one first heading; images with a text. */
export function structure(): string[] {
  const faults: string[] = [];
  const first = document.querySelectorAll('h1').length;
  if (first !== 1) faults.push(`${first} first headings`);
  if (document.title.trim() === '') faults.push('no title');
  for (const table of document.querySelectorAll('table')) {
    const name = table.caption?.textContent?.trim() || table.getAttribute('aria-label') || table.getAttribute('aria-labelledby');
    if (!name) faults.push(`a table has no name: ${table.textContent?.slice(0, 60)}`);
    for (const head of table.querySelectorAll('th')) if (!head.scope) faults.push(`a header has no scope: ${head.textContent}`);
    for (const row of table.querySelectorAll('tbody tr')) if (!row.querySelector('th')) faults.push(`a row has no header: ${row.textContent?.slice(0, 60)}`);
  }
  return faults;
}

/** Spaces that break before a mark, and apostrophes of a typewriter; what people may send again is left alone. */
export function typography(): string[] {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const literal of copy.querySelectorAll('textarea, code, pre, script, style, [lang="en"]')) literal.remove();
  const spoken = [...copy.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap((element) =>
    ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
  );
  const faults: string[] = [];
  for (const text of [copy.textContent ?? '', document.title, ...spoken]) {
    for (const [found] of text.matchAll(/.{0,25}(?: [:;?!»%€](?=[\s.,)]|$)|« |[\p{L}\d]'\p{L}|\.\.\.|[\p{L}»][?!](?=\s|$)|(?<!\d[ \u00a0\u202f]?)\b\d{1,3} \d{3}\b(?![ \u00a0\u202f]?\d)).{0,15}/gu)) faults.push(found);
  }
  return faults;
}

/** What sticks out of the page, or is cut off. Tables may be wider in a region that says so and takes the focus. */
export function overflow(): string[] {
  const faults: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  const scrolls = (element: Element | null): boolean =>
    element !== null && element.closest('[role="region"][tabindex="0"][aria-label]') !== null;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide on ${clientWidth}`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || element.closest('.said, .skip, svg') || scrolls(element)) continue;
    const style = getComputedStyle(element);
    if (box.right > clientWidth + 1 && style.position !== 'fixed') faults.push(`${element.tagName} sticks out to ${Math.round(box.right)}: ${element.textContent?.slice(0, 60)}`);
    const cuts = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
    if (cuts && !/^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) {
      faults.push(`${element.tagName} is cut off: ${element.textContent?.slice(0, 60)}`);
    }
  }
  return faults.slice(0, 8);
}

/** Text below 11 px as it is seen: in a drawing that is scaled, too. */
export function smallText(): string[] {
  const faults = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element || !walker.currentNode.textContent?.trim() || element.closest('script, style, .said, title, textarea')) continue;
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    const seen = Number.parseFloat(getComputedStyle(element).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : 1);
    if (seen < 11) faults.add(`${seen.toFixed(1)} px: ${walker.currentNode.textContent.trim().slice(0, 40)}`);
  }
  return [...faults];
}

/** Letters on a map against its colours (4.5 to 1), bars and shapes against the page (3 to 1). */
export function drawings(): string[] {
  const faults: string[] = [];
  const channels = (colour: string): number[] => (/rgba?\(([^)]+)\)/.exec(colour)?.[1] ?? '0 0 0 0').split(/[\s,/]+/).map(Number);
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, two: string): number => {
    const [dark = 0, bright = 0] = [light(one), light(two)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const behind = (element: Element): string => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if ((channels(backgroundColor)[3] ?? 1) > 0.99) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  for (const text of document.querySelectorAll<SVGTextElement>('svg text')) {
    const level = [...text.classList].find((name) => name.startsWith('on-'))?.slice(3);
    const shape = text.ownerSVGElement?.querySelector(`path.${level}`);
    if (!shape) faults.push(`no shape is under ${text.textContent}`);
    else {
      const ratio = contrast(getComputedStyle(text).fill, getComputedStyle(shape).fill);
      if (ratio < 4.5) faults.push(`${text.textContent} on ${level}: ${ratio.toFixed(2)}`);
    }
  }
  for (const shape of document.querySelectorAll('svg.chart rect, svg.map path')) {
    const style = getComputedStyle(shape);
    const page = behind(shape);
    const ratio = Math.max(contrast(style.fill, page), style.stroke === 'none' ? 1 : contrast(style.stroke, page));
    if (ratio < 3) faults.push(`${shape.getAttribute('class')} on the page: ${ratio.toFixed(2)}`);
  }
  return [...new Set(faults)];
}

/** Whatever takes the focus shows it, by an outline of 2 px and 3 to 1 against what is around it. */
export function unseenFocus(forced: boolean): string[] {
  const faults: string[] = [];
  const channels = (colour: string): number[] => (/rgba?\(([^)]+)\)/.exec(colour)?.[1] ?? '0 0 0 0').split(/[\s,/]+/).map(Number);
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  for (const element of document.querySelectorAll<HTMLElement>('a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]')) {
    element.focus();
    if (document.activeElement !== element) continue;
    const style = getComputedStyle(element);
    const name = `${element.tagName} ${element.textContent?.trim().slice(0, 30) || element.getAttribute('name')}`;
    if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) {
      faults.push(`${name}: outline ${style.outlineStyle} ${style.outlineWidth}`);
      continue;
    }
    if (forced) continue;
    let around: Element | null = element.parentElement;
    while (around && (channels(getComputedStyle(around).backgroundColor)[3] ?? 1) < 0.99) around = around.parentElement;
    const [dark = 0, bright = 0] = [light(style.outlineColor), light(around ? getComputedStyle(around).backgroundColor : 'rgb(255,255,255)')].sort((a, b) => a - b);
    if ((bright + 0.05) / (dark + 0.05) < 3) faults.push(`${name}: outline ${((bright + 0.05) / (dark + 0.05)).toFixed(2)} to 1`);
  }
  (document.activeElement as HTMLElement | null)?.blur();
  return faults;
}

/** Spacing that readers may ask for (WCAG 1.4.12), and letters twice as large; `plain` takes both back. */
export function reading(way: 'spaced' | 'large' | 'plain'): void {
  const sheet = new CSSStyleSheet();
  const spaced = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';
  sheet.replaceSync(way === 'spaced' ? spaced : way === 'large' ? 'html { font-size: 200% !important; }' : '');
  document.adoptedStyleSheets = [sheet];
}

/** A page that comes back with errors: its summary has the focus, each line leads to a field that says the same. */
export function errorSummary(): string[] {
  const faults: string[] = [];
  const summary = document.querySelector('[data-errors]');
  const told = [...document.querySelectorAll('.error')];
  if (!summary) return told.map((one) => `no summary tells of: ${one.textContent}`);
  if (document.activeElement !== summary) faults.push(`the focus is on ${document.activeElement?.tagName}`);
  if (!document.title.startsWith('Erreur\u00a0: ')) faults.push(`the title is ${document.title}`);
  const describes = (element: Element, words: string): boolean =>
    (element.getAttribute('aria-describedby') ?? '').split(' ').some((id) => document.getElementById(id)?.textContent === words);
  const links = [...summary.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  if (links.length === 0) faults.push('the summary leads nowhere');
  for (const link of links) {
    const field = document.getElementById(link.hash.slice(1));
    const words = link.textContent ?? '';
    field?.focus();
    if (!field || document.activeElement !== field) faults.push(`${link.hash} takes no focus`);
    else if (!describes(field, words)) faults.push(`${link.hash} is not described by: ${words}`);
    else if (!/^(SECTION|FIELDSET)$/.test(field.tagName) && field.getAttribute('aria-invalid') !== 'true') faults.push(`${link.hash} is not said to be wrong`);
  }
  for (const field of document.querySelectorAll('[aria-invalid="true"]')) {
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ').some((id) => document.getElementById(id)?.classList.contains('error'));
    if (!described) faults.push(`${field.id} is wrong, and nothing says why`);
  }
  return faults;
}

/** The forms that want something, by where they go and what they want. */
export function wantingForms(): string[] {
  return [...document.querySelectorAll<HTMLFormElement>('form[method="post"]')]
    .filter((form) => form.querySelector('input[required], textarea[required], select[required]:has(option[value=""])'))
    .map((form) => [form.getAttribute('action'), ...[...form.querySelectorAll<HTMLInputElement>('[required]')].map((field) => field.id || field.name)].join(' '));
}

/** Sends one of them with nothing in what it wants; the browser's own check stands aside. */
export function sendBlank(wanting: string): void {
  const form = [...document.querySelectorAll<HTMLFormElement>('form[method="post"]')].find(
    (one) => [one.getAttribute('action'), ...[...one.querySelectorAll<HTMLInputElement>('[required]')].map((field) => field.id || field.name)].join(' ') === wanting,
  );
  if (!form) throw new Error(`no form is ${wanting}`);
  form.noValidate = true;
  for (const field of form.querySelectorAll<HTMLInputElement>('[required]')) {
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
    else field.value = '';
  }
  form.requestSubmit(form.querySelector<HTMLButtonElement>('button[type="submit"]'));
}
