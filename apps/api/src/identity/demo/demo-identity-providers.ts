/** Identity providers of the demo universities, in this process: no password, only "Who are you today?". Loopback and demo mode only. */
import type { Express, NextFunction, Request, Response } from 'express';
import type Provider from 'oidc-provider';
import { isLoopback } from '../oidc/loopback.js';
import { page, PAGE_HEADERS } from '../sign-in/page.js';
import { DEMO, REFUSAL } from '../sign-in/sign-in.words.js';
import type { DemoInstitution } from './demo-institution.js';
import { createDemoProvider } from './demo-provider.js';
import { whoPage } from './demo.pages.js';

export interface DemoProvidersOptions { readonly mode: string; readonly publicUrl: string; readonly institutions: readonly DemoInstitution[] }

/** Call before the app listens, so that no body parser reads a request first. Throws in another mode and where people come from elsewhere. */
export function mountDemoProviders(app: Express, options: DemoProvidersOptions): void {
  const own = new URL(options.publicUrl);
  if (options.mode !== 'demo') throw new Error(`Demo sign-in is for demo mode only, and this is ${options.mode}.`);
  if (!isLoopback(own.hostname)) throw new Error(`Demo sign-in lets anybody be anybody, so it runs on this machine only, not on ${own.hostname}.`);
  const bySlug = new Map(options.institutions.map((institution) => [institution.slug, institution]));
  const providers = new Map<string, Promise<Provider>>();
  const providerOf = (institution: DemoInstitution): Promise<Provider> => {
    const provider = providers.get(institution.slug) ?? createDemoProvider(institution, options.publicUrl);
    providers.set(institution.slug, provider);
    return provider;
  };
  /** Wraps a handler: another machine, another Host or an unknown university gets nothing, an error gets a page. */
  const at = (work: (institution: DemoInstitution, provider: Provider, request: Request, response: Response) => Promise<void>) =>
    (request: Request, response: Response, next: NextFunction): void => {
      const institution = bySlug.get(String(request.params['slug']));
      if (institution === undefined || !isLoopback(request.socket.remoteAddress ?? '') || !isOwnHost(request, own)) return next();
      providerOf(institution).then((provider) => work(institution, provider, request, response)).catch(() => sendLost(response));
    };

  app.get('/demo-idp/:slug/interaction/:uid', at(async (institution, provider, request, response) => {
    const { uid } = await provider.interactionDetails(request, response);
    response.set(PAGE_HEADERS).type('html').send(whoPage(institution.name, `/demo-idp/${institution.slug}/interaction/${uid}`, await institution.people()));
  }));
  app.post('/demo-idp/:slug/interaction/:uid/people/:subject', at(async (institution, provider, request, response) => {
    const person = (await institution.people()).find(({ subject }) => subject === request.params['subject']);
    if (person === undefined) return sendLost(response);
    await provider.interactionFinished(request, response, { login: { accountId: person.subject, remember: false } });
  }));
  app.post('/demo-idp/:slug/interaction/:uid/cancel', at(async (_institution, provider, request, response) => {
    await provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'Cancelled.' });
  }));
  app.use('/demo-idp/:slug', at(async (_institution, provider, request, response) => {
    await provider.callback()(request, response);
  }));
}

function isOwnHost(request: Request, own: URL): boolean {
  const asked = `http://${request.headers.host ?? ''}`;
  return URL.canParse(asked) && isLoopback(new URL(asked).hostname) && new URL(asked).port === own.port;
}

function sendLost(response: Response): void {
  if (response.headersSent) return;
  response.status(400).set(PAGE_HEADERS).type('html').send(page(DEMO.over, `
<div class="stack letter">
<h1 class="big">${DEMO.over}</h1>
<p class="lead">${DEMO.overText}</p>
<p><a class="btn go" href="/auth/sign-in">${REFUSAL.again}</a></p>
</div>`));
}
