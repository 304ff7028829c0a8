/** Renders a page on the server: match, ask the page's one query, write complete HTML that works without script. */
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { failurePage } from '../pages/failure';
import { notFoundPage } from '../pages/not-found';
import { siteAssets } from './assets';
import { Document } from './document';
import { wordsFor } from './i18n';
import type { Address, AnyPage, Page, PageProps, Surroundings } from './page';
import type { Answer, Execute, PageContext, PageRequest, PageResponse } from './page-contract';
import { matchRoute } from './router';
import { ROUTES } from './routes';
import { signInHref } from './sign-in-link';
import { viewerOf } from './viewer';

export async function render(request: PageRequest, execute: Execute, given: PageContext): Promise<PageResponse> {
  const { page, at } = matchRoute(ROUTES, request.url);
  const context: Surroundings = { ...given, i18n: wordsFor(), viewer: given.isSignedIn ? await viewerOf(execute) : null };
  if (page === null) return notFound(at, context);
  if (page.isForSignedIn === true && context.viewer === null) return { status: 303, headers: { location: signInHref(at.full) }, html: '' };
  const answer: Answer = page.query === undefined ? { data: null } : await execute(page.query.toString(), page.variables?.(at, context) ?? {});
  const failure = failureOf(answer);
  if (failure === 'NOT_FOUND') return notFound(at, context);
  if (failure !== null) return write(500, failurePage, { data: { reference: failure }, at, context });
  return show(page, at, context, answer.data);
}

function show(page: AnyPage, at: Address, context: Surroundings, data: unknown): PageResponse {
  const asked = page as Omit<Page<unknown>, 'query'>; // the query of the page is what gave this data its shape
  if (asked.isFound?.(data) === false) return notFound(at, context);
  const moved = asked.movedTo?.(data, at) ?? null;
  if (moved !== null) return { status: 301, headers: { location: moved }, html: '' };
  return write(200, asked, { data, at, context });
}

function notFound(at: Address, context: Surroundings): PageResponse {
  return write(404, notFoundPage, { data: null, at, context });
}

function write<Data>(status: number, page: Omit<Page<Data>, 'query'>, props: PageProps<Data>): PageResponse {
  const { Component } = page;
  const markup = renderToStaticMarkup(
    <I18nProvider i18n={props.context.i18n}>
      <Document head={page.head(props)} assets={siteAssets()} at={props.at} context={props.context}>
        <Component {...props} />
      </Document>
    </I18nProvider>,
  );
  return { status, headers: { 'content-language': props.context.i18n.locale }, html: `<!doctype html>${markup}` };
}

/** Null where all is well, `NOT_FOUND`, or the reference to quote. */
function failureOf({ data, errors = [] }: Answer): string | null {
  const [first] = errors;
  if (first === undefined) return data === undefined ? 'none was given' : null;
  if (errors.every((error) => error.extensions?.['code'] === 'NOT_FOUND')) return 'NOT_FOUND';
  const reference = first.extensions?.['requestId'];
  return typeof reference === 'string' ? reference : 'none was given';
}
