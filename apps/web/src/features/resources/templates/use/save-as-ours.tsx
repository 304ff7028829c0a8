/** Keeps what was filled in as a draft of the person's institution: an adaptation whose examples are these words. Only then do they leave the browser. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { Template, Values } from '@passalong/domain';
import type { ReactElement } from 'react';
import { ask } from '../../../../graphql/client';
import { graphql } from '../../../../graphql/generated';
import { useFailureWords } from '../../../../graphql/use-sending';
import { Icon } from '../../../../ui/icon';
import { Notice } from '../../../../ui/notice';
import type { UsableTemplate } from './operations';

const SAVE = graphql(`mutation SaveAsOurs($input: AdaptResourceInput!) { adaptResource(input: $input) { resource { id } errors { message } } }`);

interface Props {
  readonly template: UsableTemplate;
  readonly rules: Template;
  readonly values: Values;
  /** Whose draft it would be. */
  readonly institutionName: string;
  /** The way to sign in and come back; null for those who are signed in. */
  readonly signIn: string | null;
}

export function SaveAsOurs({ template, rules, values, institutionName, signIn }: Props): ReactElement | null {
  const { t } = useLingui();
  const wordsFor = useFailureWords();
  const secret = rules.variables.filter(({ isSensitive }) => isSensitive);
  const kept = rules.variables.filter(({ name, isSensitive }) => !isSensitive && values[name] !== undefined).map(({ name }) => ({ name, value: values[name] ?? '' }));
  const { mutate, data, error, isPending, isSuccess } = useMutation({
    mutationFn: () => ask(SAVE, { input: { id: template.id, values: kept } }),
    onSuccess: ({ adaptResource: { resource } }) => { if (resource !== null) window.location.assign(`/edit/${resource.id}`); },
  });
  const problem = error !== null ? wordsFor(error) : (data?.adaptResource.errors[0]?.message ?? null);
  if (signIn === null && !template.viewerCan.adapt) return null;
  return (
    <section className="variant stack" aria-labelledby="h-save">
      <h3 id="h-save"><Trans>Keep it</Trans></h3>
      {signIn !== null
        ? <p><a href={signIn}><Trans>Sign in to save it as a draft of your university</Trans></a></p>
        : <>
            <p className="measure"><Trans>Saves an adaptation as a draft of {institutionName}, with your words as its example, and says where it came from. Nobody outside sees it until you send it to sign-off.</Trans></p>
            {secret.length === 0 ? null : <p className="small soft"><Trans>What you filled in for sensitive words is not saved.</Trans></p>}
            {problem === null ? null : <div role="alert"><Notice tone="err"><p>{problem}</p></Notice></div>}
            <p className="row"><button type="button" className="btn go" disabled={isPending || (isSuccess && problem === null)} onClick={() => mutate()}><Icon name="adapt" />{isPending ? t`Saving…` : t`Save as our own draft`}</button></p>
          </>}
    </section>
  );
}
