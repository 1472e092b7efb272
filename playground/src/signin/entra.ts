import {
  AuthError,
  CacheLookupPolicy,
  InteractionRequiredAuthError,
  PublicClientApplication,
  type AuthenticationResult,
} from '@azure/msal-browser';
import type { LoginSettings } from '../settings';
import { personId, type Person, type Token } from './person';
import { TEXTS } from './texts';

/** As long as somebody may need for a second factor. */
const LONGEST_SIGN_IN_MS = 600_000;

/** The sign-in of Microsoft Entra, in a window of its own: the page and all that is typed in it stay. */
export interface EntraLogin {
  /** Somebody's sign-in; `account` is the one that is meant, `claims` what is asked for, as base64. */
  signIn(how: { account: string | null; claims: string | null }): Promise<Token>;
  signOut(person: Person): Promise<void>;
}

/** Tokens stay in memory. MSAL notes in the session storage only that a window is open. */
export async function entraLogin({
  clientId,
  authority,
  scope,
}: LoginSettings & { clientId: string }): Promise<EntraLogin> {
  const redirectUri = `${location.origin}${import.meta.env.BASE_URL}redirect.html`;
  const msal = new PublicClientApplication({
    // The authority is the gateway's own: no other host is asked whether it is one.
    auth: {
      clientId,
      authority,
      redirectUri,
      postLogoutRedirectUri: redirectUri,
      knownAuthorities: [new URL(authority).host],
    },
    cache: { cacheLocation: 'memoryStorage' },
    system: { popupBridgeTimeout: LONGEST_SIGN_IN_MS },
  });
  await msal.initialize();

  function tokenOf(result: AuthenticationResult): Token {
    const { account, accessToken, expiresOn } = result;
    return {
      value: accessToken,
      person: {
        id: personId(account.tenantId, account.localAccountId),
        name: account.name ?? account.username,
        account: account.username,
      },
      expiresAt: expiresOn?.getTime() ?? null,
      renew: async (claims) => {
        try {
          const renewed = await msal.acquireTokenSilent({
            scopes: [scope],
            account,
            // A hidden frame would need a wider content security policy.
            cacheLookupPolicy: CacheLookupPolicy.RefreshToken,
            ...withClaims(claims),
          });
          return tokenOf(renewed);
        } catch (failure) {
          if (needsPerson(failure)) return null;
          throw new Error(reasonOf(failure), { cause: failure });
        }
      },
    };
  }

  return {
    async signIn({ account, claims }) {
      const result = await msal.acquireTokenPopup({
        scopes: [scope],
        // Somebody with several accounts chooses; who signs in again is the one who did before.
        ...(account === null ? { prompt: 'select_account' } : { loginHint: account }),
        ...withClaims(claims),
        overrideInteractionInProgress: true,
      });
      return tokenOf(result);
    },
    async signOut({ id }) {
      const accounts = msal.getAllAccounts();
      const account =
        accounts.find(({ tenantId, localAccountId }) => personId(tenantId, localAccountId) === id) ?? null;
      await msal.logoutPopup({ account });
    },
  };
}

function withClaims(claims: string | null) {
  return claims === null ? {} : { claims: atob(claims.replaceAll('-', '+').replaceAll('_', '/')) };
}

/** A refresh token that is over is no failure: the person signs in again. */
function needsPerson(failure: unknown): boolean {
  return (
    failure instanceof InteractionRequiredAuthError ||
    (failure instanceof AuthError && failure.errorCode === 'invalid_grant')
  );
}

/** Why a sign-in failed, for people. */
export function reasonOf(failure: unknown): string {
  if (!(failure instanceof AuthError)) return TEXTS.failed.other(String(failure));
  const { errorCode, errorMessage } = failure;
  if (/popup_window_error|empty_window/.test(errorCode)) return TEXTS.failed.blocked;
  if (/access_denied|user_cancelled/.test(errorCode)) return TEXTS.failed.cancelled;
  if (/network|endpoints_resolution|openid_config/.test(errorCode)) return TEXTS.failed.unreachable;
  return TEXTS.failed.other(/AADSTS\d+:[^.]*\.?/.exec(errorMessage)?.[0] ?? errorCode);
}

/** Whether another sign-in has taken the place of this one. */
export function isOverridden(failure: unknown): boolean {
  return failure instanceof AuthError && failure.errorCode.startsWith('interaction_in_progress');
}
