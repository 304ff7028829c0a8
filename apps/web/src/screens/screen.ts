/** What a screen that lives in the browser alone is told by the page it stands in. */
import type { ComponentType } from 'react';

export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>;
  readonly viewer: ScreenViewer;
}

/** Of a screen that anybody may open: the API decides what it has to show them. */
export interface OpenScreenProps extends Omit<ScreenProps, 'viewer'> {
  /** Null where nobody is signed in. */
  readonly viewer: ScreenViewer | null;
}

/** Who the page was made for. The server decides anew at every write; this is for words and for refusing a stale tab. */
export interface ScreenViewer {
  /** Sent along with every write: a mismatch is refused and the text is kept. */
  readonly actingInstitutionId: string;
  /** Whose text is kept on the device. */
  readonly personId: string;
  readonly personName: string;
  readonly institutionName: string;
  readonly canApprove: boolean;
  readonly canModerate: boolean;
  /** Of the institution acted for. */
  readonly isAdministrator: boolean;
  readonly isPlatformAdministrator: boolean;
}

export type ScreenComponent = ComponentType<ScreenProps>;

/** Where a page keeps what its screen is told. */
export const SCREEN_HOST = 'screen';
