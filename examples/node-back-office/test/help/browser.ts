/** A browser without a screen: it keeps cookies, and the token of the last page with a form. */

import assert from 'node:assert/strict';

export interface Page {
  status: number;
  location: string;
  html: string;
  headers: Record<string, unknown>;
}

export type Fields = Record<string, string | readonly string[]>;

export interface UploadFile {
  name: string;
  bytes: Uint8Array | string;
}

export type Send = (request: { method: 'GET' | 'POST'; url: string; body?: string | Uint8Array; type?: string; cookie: string }) => Promise<{
  status: number;
  headers: Record<string, unknown>;
  body: string;
  cookies: string[];
}>;

export class Browser {
  readonly cookies = new Map<string, string>();
  token = '';
  /** What the last page with a sending showed: nothing else is sent. */
  shown = '';

  constructor(
    private readonly send: Send,
    /** The mailbox of whoever sits there: the latest link that asks a company to confirm, where one was written. */
    readonly linkToConfirm: () => Promise<string | undefined> = async () => undefined,
  ) {}

  get(url: string): Promise<Page> {
    return this.#kept('GET', url);
  }

  post(url: string, fields: Fields, token = this.token): Promise<Page> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ _csrf: token, ...fields })) {
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    }
    return this.#kept('POST', url, body.toString());
  }

  /** Sends a form with files, as browsers do. */
  async upload(url: string, fields: Readonly<Record<string, string>>, files: Readonly<Record<string, UploadFile>>, token = this.token): Promise<Page> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ _csrf: token, ...fields })) form.append(name, value);
    for (const [name, file] of Object.entries(files)) form.append(name, new Blob([file.bytes as BlobPart]), file.name);
    const encoded = new Response(form);
    return this.#kept('POST', url, new Uint8Array(await encoded.arrayBuffer()), encoded.headers.get('content-type') ?? '');
  }

  /** Follows the redirection of an answer. */
  async follow(page: Page): Promise<Page> {
    assert.equal(page.status, 303, page.html);
    return this.get(page.location);
  }

  async #kept(method: 'GET' | 'POST', url: string, body?: string | Uint8Array, type?: string): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.send({ method, url, cookie, ...(body !== undefined && { body }), ...(type !== undefined && { type }) });
    for (const set of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1];
    if (token) this.token = token;
    this.shown = /name="shown" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.shown;
    const isPage = String(answer.headers['content-type']).startsWith('text/html');
    // Tests of what a page says are not tests of its spaces: `typography.test.ts` and the browser see to those.
    const html = isPage ? answer.body.replaceAll(/[\u00a0\u202f]/g, ' ') : answer.body;
    return { status: answer.status, location: String(answer.headers['location'] ?? ''), html, headers: answer.headers };
  }
}

export const FORM = 'application/x-www-form-urlencoded';

/** Requests to a service that listens. */
export function fetched(base: string): Send {
  return async ({ method, url, body, type = FORM, cookie }) => {
    const answer = await fetch(new URL(url, base), {
      method,
      redirect: 'manual',
      headers: { cookie, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body: body as string }),
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
      cookies: answer.headers.getSetCookie(),
    };
  };
}
