/**
 * Answers as Azure CLI does in front of a tenant, as far as `register.sh` uses it: keeps applications and service principals in the file
 * `AZ_STATE`, and refuses what Microsoft Graph refuses. Each query of the script is known here by its text: another is an error.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const GRAPH = 'https://graph.microsoft.com/v1.0/';
const words = process.argv.slice(2);
const state = existsSync(process.env.AZ_STATE)
  ? JSON.parse(readFileSync(process.env.AZ_STATE, 'utf8'))
  : { applications: [], principals: [], federated: [], credentials: [], consents: [], calls: [] };

const PERMISSIONS = [
  'User.ReadBasic.All',
  'User.Read.All',
  'UserAuthMethod-Phone.ReadWrite.All',
  'UserAuthMethod-Email.ReadWrite.All',
  'UserAuthMethod-TAP.ReadWrite.All',
  'UserAuthenticationMethod.ReadWrite.All',
  'Policy.Read.AuthenticationMethod',
  'User.RevokeSessions.All',
  'Device.Read.All',
  'AuditLog.Read.All',
  'RoleManagement.Read.Directory',
  'GroupMember.Read.All',
];

/** The same at each call, and another for a scope and a role of one name. */
const idOf = (type, permission) => {
  const digits = createHash('sha256').update(`${type} ${permission}`).digest('hex').slice(0, 32);
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
};

function option(name) {
  const at = words.indexOf(name);
  return at < 0 ? undefined : words[at + 1];
}

function refuse(text) {
  console.error(`ERROR: ${text}`);
  process.exit(1);
}

function answer(text) {
  writeFileSync(process.env.AZ_STATE, JSON.stringify(state, null, 2));
  if (text !== undefined && text !== null) console.log(text);
  process.exit(0);
}

function account() {
  if (process.env.AZ_SIGNED_OUT) refuse("Please run 'az login' to setup account.");
  answer('11111111-2222-3333-4444-555555555555');
}

function cloud() {
  const known = {
    name: process.env.AZ_CLOUD ?? 'AzureCloud',
    'endpoints.microsoftGraphResourceId': 'https://graph.microsoft.com/',
    'endpoints.activeDirectory': 'https://login.microsoftonline.com',
  };
  answer(known[option('--query')] ?? refuse('unknown query'));
}

function permissions() {
  const lines = (type) => PERMISSIONS.map((name) => [type, name, idOf(type, name)].join('\t'));
  answer([...lines('Scope'), ...lines('Role')].join('\n'));
}

function read(uniqueName) {
  const found = state.applications.find((application) => application.uniqueName === uniqueName);
  if (!found) refuse('Not Found({"error":{"code":"Request_ResourceNotFound"}})');
  const scope = found.api?.oauth2PermissionScopes?.find(({ value }) => value === 'access_as_user');
  const known = {
    id: found.id,
    appId: found.appId,
    "api.oauth2PermissionScopes[?value=='access_as_user'].id | [0]": scope?.id ?? null,
  };
  const query = option('--query');
  answer(query in known ? known[query] : refuse('unknown query'));
}

function writeApplication(uniqueName, body) {
  if (!body.displayName) refuse('Bad Request: displayName is required');
  let application = state.applications.find((candidate) => candidate.uniqueName === uniqueName);
  // A client can be named only for a scope that the application had before.
  const had = new Set((application?.api?.oauth2PermissionScopes ?? []).map(({ id }) => id));
  for (const { delegatedPermissionIds } of body.api?.preAuthorizedApplications ?? [])
    if (!delegatedPermissionIds.every((id) => had.has(id))) refuse('Bad Request: InvalidPermissionId');
  // A scope that is enabled cannot be taken away.
  const kept = new Set((body.api?.oauth2PermissionScopes ?? []).map(({ id }) => id));
  if (body.api && ![...had].every((id) => kept.has(id))) refuse('Bad Request: CannotDeleteOrUpdateEnabledEntitlement');
  if (!application) {
    application = { id: randomUUID(), appId: randomUUID(), uniqueName };
    state.applications.push(application);
  }
  for (const uri of body.identifierUris ?? [])
    if (uri !== `api://${application.appId}`) refuse('Bad Request: HostNameNotOnVerifiedDomain');
  Object.assign(application, body);
  answer();
}

function writePrincipal(appId, body) {
  if (!state.applications.some((application) => application.appId === appId))
    refuse('Bad Request: NoBackingApplicationObject');
  const principal = state.principals.find((candidate) => candidate.appId === appId);
  if (!principal) state.principals.push({ appId, ...body });
  answer();
}

function writeFederated(object, name, body) {
  if (!state.applications.some(({ id }) => id === object))
    refuse('Not Found({"error":{"code":"Request_ResourceNotFound"}})');
  state.federated = state.federated.filter((credential) => credential.name !== name);
  state.federated.push({ object, name, ...body });
  answer();
}

function rest() {
  const path = option('--url').slice(GRAPH.length);
  const application = /^applications\(uniqueName='([^']+)'\)$/.exec(path);
  if (option('--method') === 'GET') return read(application[1]);
  const headers = words.slice(words.indexOf('--headers') + 1);
  if (headers[0] !== 'Content-Type=application/json' || headers[1] !== 'Prefer=create-if-missing') refuse('no headers');
  const body = JSON.parse(option('--body'));
  if (application) return writeApplication(application[1], body);
  const principal = /^servicePrincipals\(appId='([^']+)'\)$/.exec(path);
  if (principal) return writePrincipal(principal[1], body);
  const federated = /^applications\/([^/]+)\/federatedIdentityCredentials\(name='([^']+)'\)$/.exec(path);
  return federated ? writeFederated(federated[1], federated[2], body) : refuse(`Bad Request: ${path}`);
}

function credential() {
  const id = option('--id');
  if (words[3] === 'list') {
    const names = state.credentials.filter((known) => known.id === id).map(({ name }) => name);
    return answer(names.length === 0 ? null : names.join('\n'));
  }
  if (!words.includes('--append')) refuse('all credentials would go');
  state.credentials.push({ id, name: option('--display-name'), certificate: option('--cert') });
  return answer();
}

function consent() {
  if (process.env.AZ_NO_CONSENT) refuse('Forbidden({"error":{"code":"Authorization_RequestDenied"}})');
  state.consents.push(option('--id'));
  answer();
}

const COMMANDS = {
  'account show': account,
  'cloud show': cloud,
  'ad sp show': permissions,
  rest,
  'ad app credential': credential,
  'ad app permission': consent,
};
const command = Object.keys(COMMANDS).find((name) => words.join(' ').startsWith(name));
if (!command) refuse(`unknown command ${words.join(' ')}`);
COMMANDS[command]();
