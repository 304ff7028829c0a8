import type { ReactElement } from 'react';
import type { ScreenProps } from './screen';

export function ReviewScreen({ params }: ScreenProps): ReactElement {
  return <h1>{params['id']}</h1>;
}
