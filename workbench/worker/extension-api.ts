import type { AlertRequest, HostContext, IframeRequest, PageAddress } from '../protocol.ts';
import type { CrmApi } from './crm-api.ts';
import { ServerRequestError, askServer } from './server-door.ts';
import type { RemotePage } from './server-door.ts';

type PropertyNames = readonly string[] | '*';
type OnPropertiesUpdate = (
  properties: Readonly<Record<string, string | null>>,
  error?: { readonly message: string },
) => void;

/** What only an extension on a record gets (ui-extensions 0.17.0, CrmHostActions). */
interface RecordActions {
  fetchCrmObjectProperties(names: PropertyNames): Promise<Readonly<Record<string, string>>>;
  refreshObjectProperties(): void;
  onCrmPropertiesUpdate(names: PropertyNames, callback: OnPropertiesUpdate): void;
}

/** The actions of every place (UiePlatformActions), and those of a record where there is one. */
export interface HostActions extends Partial<RecordActions> {
  addAlert(alert: AlertRequest): void;
  reloadPage(): void;
  openIframeModal(request: IframeRequest, onClose?: () => void): void;
  closeOverlay(id: string): void;
  copyTextToClipboard(text: string): Promise<void>;
  navigateToPage(address: PageAddress): void;
}

interface ServerlessOptions {
  readonly parameters?: unknown;
  readonly propertiesToSend?: readonly string[];
  /** HubSpot's older name of `parameters`. */
  readonly payload?: unknown;
}

/** What `hubspot.extend`'s callback receives, and what the `useExtension…` hooks read from. */
export interface ExtensionApi {
  readonly context: HostContext;
  readonly actions: HostActions;
  runServerlessFunction(
    request: ServerlessOptions & { readonly name: string },
  ): Promise<
    | { readonly status: 'SUCCESS'; readonly response: unknown }
    | { readonly status: 'ERROR'; readonly message: string }
  >;
}

/** Calls an app function; resolves to its raw return value, rejects with ServerRequestError. */
export async function callFunction(
  page: RemotePage,
  name: string,
  options: ServerlessOptions = {},
): Promise<unknown> {
  const body = await askServer(page, 'call-function', {
    name,
    parameters: options.parameters ?? options.payload,
    propertiesToSend: options.propertiesToSend,
  });
  const hasResponse = typeof body === 'object' && body !== null && 'response' in body;
  return hasResponse ? body.response : null;
}

export function createExtensionApi(context: HostContext, page: RemotePage, crm: CrmApi): ExtensionApi {
  return {
    context,
    actions: {
      ...createActions(page),
      ...(context.location === 'crm.record.sidebar' ? createRecordActions(page, crm) : {}),
    },
    async runServerlessFunction({ name, ...options }) {
      try {
        return { status: 'SUCCESS', response: await callFunction(page, name, options) };
      } catch (error) {
        if (!(error instanceof ServerRequestError)) throw error;
        return { status: 'ERROR', message: error.message };
      }
    },
  };
}

function createRecordActions(page: RemotePage, crm: CrmApi): RecordActions {
  return {
    async fetchCrmObjectProperties(names) {
      const properties = await crm.readRecord(names);
      return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value ?? '']));
    },
    refreshObjectProperties: () => void page.refreshObjectProperties(),
    onCrmPropertiesUpdate: (names, callback) => {
      crm.onPropertiesUpdate(names, callback);
    },
  };
}

function createActions(page: RemotePage): HostActions {
  return {
    addAlert: (alert) => void page.addAlert(alert),
    reloadPage: () => void page.reloadPage(),
    openIframeModal: (request, onClose) => void page.openIframeModal(request, onClose),
    closeOverlay: (id) => void page.closeOverlay(id),
    copyTextToClipboard: (text) => page.copyTextToClipboard(text),
    navigateToPage: (address) => void page.navigateToPage(address),
  };
}
