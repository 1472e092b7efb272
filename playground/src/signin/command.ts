import type { LoginSettings } from '../settings';

/** Prints a token (https://learn.microsoft.com/cli/azure/account#az-account-get-access-token). */
export function tokenCommand({ tenantId, scope }: LoginSettings): string {
  return `az account get-access-token --tenant ${tenantId} --scope ${scope} --query accessToken --output tsv`;
}

/** Signs in with what a claims challenge asks for; Azure CLI 2.76 or later. */
export function loginCommand({ tenantId, scope }: LoginSettings, claims: string): string {
  return `az login --tenant ${tenantId} --scope ${scope} --claims-challenge ${claims}`;
}
