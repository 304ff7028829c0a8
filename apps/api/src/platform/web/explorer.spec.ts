import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { explorer } from './explorer.js';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
let server: Server;

beforeAll(async () => {
  server = express().use('/graphql', explorer).use('/graphql', (_request, response) => void response.json({ data: {} })).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => new Promise((closed) => server.close(closed)));

async function asked(path: string, accept: string, method = 'GET'): Promise<[number, string | null]> {
  const { status, headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method, redirect: 'manual', headers: { accept } });
  return [status, headers.get('location')];
}

describe('The address of the endpoint, opened in a browser,', () => {
  it('leads to the page where queries are tried, with the query it names', async () => {
    expect(await asked('/graphql', BROWSER)).toEqual([303, '/developers/explore']);
    expect(await asked('/graphql?query=%7B__typename%7D', BROWSER)).toEqual([303, '/developers/explore?query=%7B__typename%7D']);
  });

  it.each(['*/*', 'application/json', 'application/graphql-response+json', 'application/json, text/html;q=0.1'])('answers a program that accepts %s', async (accept) => {
    expect(await asked('/graphql?query=%7B__typename%7D', accept)).toEqual([200, null]);
  });

  it('answers whoever posts', async () => {
    expect(await asked('/graphql', BROWSER, 'POST')).toEqual([200, null]);
  });
});
