/** Uploads under way: each goes on by itself where the line was cut, also after the page was closed. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DetailedError, Upload } from 'tus-js-client';

export interface UploadState {
  readonly key: number;
  readonly name: string;
  /** From 0 to 100. */
  readonly percent: number;
  /** Waits for the line; refused for good, in words of the server; or on its way. */
  readonly phase: 'SENDING' | 'WAITING' | 'REFUSED';
  readonly reason: string;
}

export interface Uploads {
  readonly uploads: readonly UploadState[];
  readonly start: (files: readonly File[]) => void;
  readonly goOn: (key: number) => void;
  readonly cancel: (key: number) => void;
}

const CHUNK = 2_000_000;
const RETRIES = [500, 1_000, 3_000, 5_000, 10_000];
const LARGEST_SAID = 400;

let count = 0;

export function useUploads(resourceId: string, onDone: (name: string) => void): Uploads {
  const [uploads, setUploads] = useState<readonly UploadState[]>([]);
  const running = useRef(new Map<number, Upload>());
  const done = useRef(onDone);
  useEffect(() => { done.current = onDone; });
  const change = useCallback((key: number, part: Partial<UploadState>) => setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one))), []);
  const forget = useCallback((key: number) => {
    running.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  }, []);

  const begin = useCallback(async (file: File): Promise<void> => {
    const key = (count += 1);
    setUploads((all) => [...all, { key, name: file.name, percent: 0, phase: 'SENDING', reason: '' }]);
    const tus = await import('tus-js-client');
    const upload = new tus.Upload(file, {
      endpoint: '/files/uploads', chunkSize: CHUNK, retryDelays: RETRIES, removeFingerprintOnSuccess: true, metadata: { resource: resourceId, filename: file.name },
      fingerprint: async () => ['passalong', resourceId, file.name, file.size, file.lastModified].join('|'),
      onProgress: (sent, total) => change(key, { percent: total === 0 ? 0 : Math.floor((sent / total) * 100), phase: 'SENDING' }),
      onShouldRetry: (error) => isOfTheLine(statusOf(error)),
      onSuccess: () => { forget(key); done.current(file.name); },
      onError: (error) => {
        const status = statusOf(error as DetailedError);
        change(key, isOfTheLine(status) ? { phase: 'WAITING' } : { phase: 'REFUSED', reason: wordsOf(error as DetailedError) });
      },
    });
    running.current.set(key, upload);
    const [earlier] = await upload.findPreviousUploads();
    if (earlier !== undefined) upload.resumeFromPreviousUpload(earlier);
    upload.start();
  }, [resourceId, change, forget]);

  const goOn = useCallback((key: number): void => {
    change(key, { phase: 'SENDING' });
    running.current.get(key)?.start();
  }, [change]);

  useEffect(() => {
    const waiting = uploads.filter(({ phase }) => phase === 'WAITING');
    const back = (): void => waiting.forEach(({ key }) => goOn(key));
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [uploads, goOn]);

  const cancel = useCallback((key: number): void => {
    // What arrived is given up on the server too; where that does not reach it, it is forgotten there after a day.
    void running.current.get(key)?.abort(true).catch(() => undefined);
    forget(key);
  }, [forget]);

  return { uploads, start: (files) => files.forEach((file) => void begin(file)), goOn, cancel };
}

/** 0 where nothing came back. */
const statusOf = (error: DetailedError): number => error.originalResponse?.getStatus() ?? 0;
const isOfTheLine = (status: number): boolean => status === 0 || status === 423 || status === 429 || status >= 500;
const wordsOf = (error: DetailedError): string => (error.originalResponse?.getBody() ?? '').slice(0, LARGEST_SAID);
