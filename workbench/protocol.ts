import type { BulkActionsContext, CrmContext, PagesContext, UserContext } from '@hubspot/ui-extensions';
import type { RemoteChannel } from '@remote-ui/core';

/**
 * The one contract between the page (host) and the card's worker (remote). Requests and replies that
 * carry CRM values or function parameters cross as JSON text: the message encoder's cost grows
 * faster than the number of an object's keys, a string costs its length.
 */

export interface AlertRequest {
  readonly type?: 'info' | 'warning' | 'success' | 'danger' | 'tip' | undefined;
  readonly message: string;
  readonly title?: string;
}

export interface IframeRequest {
  readonly uri: string;
  readonly height: number;
  readonly width: number;
  readonly title?: string;
  readonly flush?: boolean;
}

export interface PageAddress {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** What the workbench's server answered, HTTP status and JSON text. */
export interface ServerReply {
  readonly status: number;
  readonly json: string;
}

/** The server's doors a card's calls go through; the page adds scenario and record. */
export type ServerDoor =
  'call-function' | 'read-properties' | 'search-records' | 'read-associations' | 'format-properties';

/** Something that would go unseen in a worker: an uncaught error, an unknown global. */
export interface CardProblem {
  readonly message: string;
  readonly stack?: string | undefined;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Exposed by the page, called by the worker. */
export interface PageApi {
  askServer(door: ServerDoor, requestJson: string): Promise<ServerReply>;
  addAlert(alert: AlertRequest): void;
  reloadPage(): void;
  refreshObjectProperties(): void;
  openIframeModal(request: IframeRequest, onClose?: () => void): void;
  closeOverlay(id: string): void;
  copyTextToClipboard(text: string): Promise<void>;
  navigateToPage(address: PageAddress): void;
  writeLog(level: LogLevel, text: string): void;
  reportProblem(problem: CardProblem): void;
}

/** Without what HubSpot marks as deprecated and always leaves empty. */
type Told<Context> = Omit<Context, 'user'> & { readonly user: Omit<UserContext, 'roles'> };

export type SidebarContext = Told<CrmContext>;

/** What HubSpot tells an extension, in the place where it stands. */
export type HostContext = SidebarContext | Told<PagesContext> | Told<BulkActionsContext>;

export interface CardStart {
  /** Same-origin address of the card's production bundle. */
  readonly bundleUrl: string;
  readonly context: HostContext;
}

/** Exposed by the worker, called by the page. */
export interface WorkerApi {
  start(channel: RemoteChannel, card: CardStart): Promise<void>;
  /** The record's properties were read again, here or by HubSpot's own panels. */
  announceRecordChange(): void;
}
