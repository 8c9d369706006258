/** A HubSpot portal the workbench works on: the emulator's or a real one. */
export interface Portal {
  /** What the top bar shows. */
  readonly name: string;
  /** Where app functions send their requests; no slash at the end. */
  readonly apiBaseUrl: string;
  readonly accessToken: string | undefined;
  /** Sends a request for a path like `/crm/v3/objects/contacts/1`; the token is added here. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Absent: the portal cannot be set back. */
  readonly reset?: () => void;
}

function withToken(init: RequestInit | undefined, accessToken: string | undefined): RequestInit {
  const headers = new Headers(init?.headers);
  if (accessToken !== undefined) headers.set('authorization', `Bearer ${accessToken}`);
  return { ...init, headers };
}

export interface PortalAddress {
  readonly apiBaseUrl: string;
  readonly accessToken: string | undefined;
}

/** A portal behind HTTP: HubSpot's own, or whatever HUBSPOT_API_BASE_URL names. */
export function connectPortal(address: PortalAddress): Portal {
  return {
    name: new URL(address.apiBaseUrl).host,
    apiBaseUrl: address.apiBaseUrl,
    accessToken: address.accessToken,
    request: (path, init) => fetch(`${address.apiBaseUrl}${path}`, withToken(init, address.accessToken)),
  };
}

/** The part of the emulator the workbench needs. */
export interface EmulatedApi {
  fetch(request: Request): Promise<Response>;
  reset(): void;
}

/** A portal in this process; functions reach it through the workbench's own server. */
export function emulatePortal(api: EmulatedApi, address: PortalAddress): Portal {
  return {
    name: 'emulator',
    apiBaseUrl: address.apiBaseUrl,
    accessToken: address.accessToken,
    request: (path, init) =>
      api.fetch(new Request(`http://emulator.example${path}`, withToken(init, address.accessToken))),
    reset: () => {
      api.reset();
    },
  };
}
