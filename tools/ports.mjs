// Finds free ports and says clearly when a wanted one is taken.
// @ts-check
import { createServer } from 'node:net';

/** @param {number} port @param {string} [host] @returns {Promise<number>} the port listened on */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** A port nobody uses on the loopback address. */
export const freePort = () => tryPort(0, '127.0.0.1');

/** @param {string | undefined} text @param {number} fallback @returns {number} */
export function parsePort(text, fallback) {
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT is "${text}", but must be a whole number from 1 to 65535.`);
  }
  return port;
}

/**
 * @param {number} port
 * @param {(other: number) => string} [choose] how to choose another port, said in the error
 */
export async function assertPortFree(port, choose = (other) => `PORT=${other} npm start`) {
  for (const host of ['127.0.0.1', undefined]) {
    try {
      await tryPort(port, host);
    } catch (error) {
      const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
      const other = await freePort();
      const reason = code === 'EADDRINUSE' ? 'is already taken by another program'
        : code === 'EACCES' ? 'needs more rights than this user has'
        : `cannot be used (${message})`;
      throw new Error(`Port ${port} ${reason}. Stop that program or choose another port, for example:  ${choose(other)}`, { cause: error });
    }
  }
}
