#!/usr/bin/env bash
# Registers the gateway in a tenant of Microsoft Entra, by Azure CLI, as often as you like: what is there already is brought to what the
# options say. `register.sh --help` tells the options. Nothing secret is made or printed.
set -euo pipefail

readonly GRAPH_APP=00000003-0000-0000-c000-000000000000
readonly AZURE_CLI_APP=04b07795-8ddb-461a-bbee-02f9e1bf7b46
readonly PATIENCE_SECONDS=60

usage() {
  cat <<'TEXT'
register.sh [options]        (sign in before: az login --allow-no-subscriptions --tenant {tenant})

  --tenant ID                refuse to work in any other tenant than this one
  --name NAME                unique name of the registration; default authmethods-gateway
  --offer LIST               phone, email, pass, sessions, devices, activity, all; with commas between; default phone
  --acting-as WHO            caller (default), or application: see "Acting as an application" in operating.md before
  --federated ISSUER SUBJECT trust the tokens of a workload, such as of a Kubernetes service account: no secret anywhere
  --certificate FILE         trust a certificate: a PEM file with its public part alone
  --playground ORIGIN        register the pages of the playground too, at an origin such as https://gateway.contoso.com
  --client ID                a front end that needs no consent of its own; can be repeated
  --azure-cli                the same for Azure CLI, for a first token
  --consent                  grant the consent of an administrator now; otherwise its address is printed
  --dry-run                  read, and print what would be written
  --help                     this text
TEXT
}

fail() {
  echo "register.sh: $1" >&2
  exit 1
}

need() {
  [ "$2" -ge "$3" ] || fail "$1 wants $(($3 - 1)) value(s); see --help"
}

matches() {
  [[ $2 =~ $3 ]] || fail "$1 cannot be \"$2\""
}

read_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --tenant) need "$1" $# 2; wanted_tenant=$2; shift ;;
      --name) need "$1" $# 2; matches "$1" "$2" '^[A-Za-z0-9][A-Za-z0-9._-]{0,60}$'; name=$2; shift ;;
      --offer) need "$1" $# 2; matches "$1" "$2" '^[a-z]+(,[a-z]+)*$'; offer=$2; shift ;;
      --acting-as) need "$1" $# 2; matches "$1" "$2" '^(caller|application)$'; acting_as=$2; shift ;;
      --federated)
        need "$1" $# 3
        matches "$1 (issuer)" "$2" '^https://[A-Za-z0-9.:/_-]+$'
        matches "$1 (subject)" "$3" '^[A-Za-z0-9.:/_@-]+$'
        issuer=$2 subject=$3
        shift 2
        ;;
      --certificate) need "$1" $# 2; check_certificate "$2"; certificate=$2; shift ;;
      --playground) need "$1" $# 2; matches "$1" "$2" '^(https://[A-Za-z0-9.-]+|http://localhost)(:[0-9]+)?$'; playground=$2; shift ;;
      --client) need "$1" $# 2; matches "$1" "$2" "$GUID"; clients+=("$2"); shift ;;
      --azure-cli) clients+=("$AZURE_CLI_APP") ;;
      --consent) consent=yes ;;
      --dry-run) dry_run=yes ;;
      --help) usage; exit ;;
      *) fail "there is no option $1; see --help" ;;
    esac
    shift
  done
}

check_certificate() {
  [ -r "$1" ] || fail "$1 cannot be read"
  grep -q 'BEGIN CERTIFICATE' "$1" || fail "$1 has no certificate in PEM"
  ! grep -q 'PRIVATE KEY' "$1" || fail "$1 has a private key, which stays with the gateway: give the certificate alone"
}

permissions_of() {
  case $1 in
    phone) echo UserAuthMethod-Phone.ReadWrite.All ;;
    email) echo UserAuthMethod-Email.ReadWrite.All ;;
    pass) echo UserAuthMethod-TAP.ReadWrite.All Policy.Read.AuthenticationMethod ;;
    sessions) echo User.RevokeSessions.All User.Read.All ;;
    devices) echo Device.Read.All ;;
    activity) echo AuditLog.Read.All User.Read.All ;;
    all) echo UserAuthenticationMethod.ReadWrite.All Policy.Read.AuthenticationMethod User.RevokeSessions.All User.Read.All Device.Read.All AuditLog.Read.All ;;
    *) fail "--offer does not know \"$1\"; see --help" ;;
  esac
}

# The names of all permissions, one a line. As an application the gateway always needs those that protect administrators.
permissions() {
  local each
  for each in ${offer//,/ }; do
    permissions_of "$each"
  done | tr ' ' '\n'
  if [ "$acting_as" = application ]; then
    printf '%s\n' UserAuthenticationMethod.ReadWrite.All User.Read.All RoleManagement.Read.Directory GroupMember.Read.All
  else
    echo User.ReadBasic.All
  fi
}

find_tenant() {
  command -v az >/dev/null || fail "Azure CLI (az) is not installed"
  tenant=$(az account show --query tenantId --output tsv 2>/dev/null) ||
    fail "nobody is signed in: az login --allow-no-subscriptions --tenant {tenant}"
  [ -z "$wanted_tenant" ] || [ "$wanted_tenant" = "$tenant" ] || fail "Azure CLI is signed in to the tenant $tenant, not $wanted_tenant"
  graph=$(az cloud show --query endpoints.microsoftGraphResourceId --output tsv)
  graph=${graph%/}/v1.0
  login=$(az cloud show --query endpoints.activeDirectory --output tsv)
  login=${login%/}
  case $(az cloud show --query name --output tsv) in
    AzureUSGovernment) cloud=us-government-l4 exchange=api://AzureADTokenExchangeUSGov ;;
    AzureChinaCloud) cloud=china-21vianet exchange=api://AzureADTokenExchangeChina ;;
    *) cloud=global exchange=api://AzureADTokenExchange ;;
  esac
}

# Lines of: Scope or Role, the name of a permission, its id; of this cloud, since ids are facts of the cloud and not of this script.
find_permissions() {
  known=$(az ad sp show --id "$GRAPH_APP" --output tsv \
    --query "[oauth2PermissionScopes[].['Scope',value,id], appRoles[].['Role',value,id]][]")
}

# The permissions as an application asks for them, in JSON.
resource_access() {
  local type=Scope each id separator=''
  [ "$acting_as" = caller ] || type=Role
  for each in $(permissions | sort -u); do
    id=$(awk -v type="$type" -v value="$each" '$1 == type && $2 == value { print $3 }' <<<"$known")
    [[ $id =~ $GUID ]] || fail "Microsoft Graph has no permission $each ($type) in this cloud"
    printf '%s{"id": "%s", "type": "%s"}' "$separator" "$id" "$type"
    separator=', '
  done
}

# Creates what a key names, or updates it. Source: "Upsert application" and its neighbours in the reference of Microsoft Graph.
upsert() {
  if [ "$dry_run" = yes ]; then
    printf 'PATCH %s\n%s\n\n' "$1" "$2"
  else
    az rest --only-show-errors --output none --method PATCH --url "$graph/$1" \
      --headers Content-Type=application/json Prefer=create-if-missing --body "$2" ||
      fail "Microsoft Graph refused to write $1; an Application Administrator may"
  fi
}

# A property of a registration by its unique name; nothing when there is no such registration.
property() {
  local answer
  if answer=$(az rest --only-show-errors --method GET --url "$graph/applications(uniqueName='$1')" --query "$2" --output tsv 2>&1); then
    echo "$answer"
  elif [[ $answer != *Request_ResourceNotFound* ]]; then
    fail "Microsoft Graph did not tell about the registration $1"
  fi
}

# The same of a registration that was just written, which the directory shows a moment later; a name in braces in a dry run.
written_property() {
  local value end=$((SECONDS + PATIENCE_SECONDS))
  value=$(property "$1" "$2")
  while [ -z "$value" ] && [ "$dry_run" = no ]; do
    [ $SECONDS -lt $end ] || fail "Microsoft Graph does not show the registration $1; run this again"
    sleep 2
    value=$(property "$1" "$2")
  done
  echo "${value:-"{$2 of $1}"}"
}

new_id() {
  uuidgen 2>/dev/null | tr '[:upper:]' '[:lower:]' || cat /proc/sys/kernel/random/uuid
}

# What the gateway's own API offers: one scope, kept under its id, and the clients that need no consent for it.
api() {
  local each separator='' named=''
  for each in $1; do
    named+="$separator{\"appId\": \"$each\", \"delegatedPermissionIds\": [\"$scope\"]}"
    separator=', '
  done
  cat <<JSON
{
    "requestedAccessTokenVersion": 2,
    "oauth2PermissionScopes": [{
      "id": "$scope", "value": "access_as_user", "type": "User", "isEnabled": true,
      "adminConsentDisplayName": "Manage authentication methods",
      "adminConsentDescription": "Lets the client manage authentication methods of users, as far as the signed-in administrator may."
    }],
    "preAuthorizedApplications": [$named]
  }
JSON
}

register_gateway() {
  scope=$(property "$name" "api.oauth2PermissionScopes[?value=='access_as_user'].id | [0]")
  # Clients can be named only for a scope that is there already.
  preauthorized=${clients[*]:-}
  if [[ ! $scope =~ $GUID ]]; then
    scope=$(new_id)
    preauthorized=''
  fi
  access=$(resource_access)
  upsert "applications(uniqueName='$name')" "{
  \"displayName\": \"$name\",
  \"signInAudience\": \"AzureADMyOrg\",
  \"groupMembershipClaims\": \"DirectoryRole\",
  \"api\": $(api "$preauthorized"),
  \"requiredResourceAccess\": [{\"resourceAppId\": \"$GRAPH_APP\", \"resourceAccess\": [$access]}]
}"
  object=$(written_property "$name" id)
  client=$(written_property "$name" appId)
  upsert "applications(uniqueName='$name')" "{
  \"displayName\": \"$name\",
  \"identifierUris\": [\"api://$client\"],
  \"api\": $(api "${clients[*]:-}")
}"
  upsert "servicePrincipals(appId='$client')" "{\"displayName\": \"$name\"}"
}

trust_workload() {
  upsert "applications/$object/federatedIdentityCredentials(name='$name')" "{
  \"issuer\": \"$issuer\",
  \"subject\": \"$subject\",
  \"audiences\": [\"$exchange\"]
}"
}

# Under the name of its fingerprint, so that a second run finds it.
trust_certificate() {
  local fingerprint
  fingerprint=$(sha256sum <"$certificate" | cut -c 1-40)
  if [ "$dry_run" = yes ]; then
    echo "az ad app credential reset --id $client --cert @$certificate --append"
  elif ! az ad app credential list --id "$client" --cert --query '[].displayName' --output tsv | grep -qx "$fingerprint"; then
    az ad app credential reset --only-show-errors --output none --id "$client" --cert "@$certificate" --append --display-name "$fingerprint"
  fi
}

register_playground() {
  upsert "applications(uniqueName='$name-playground')" "{
  \"displayName\": \"$name-playground\",
  \"signInAudience\": \"AzureADMyOrg\",
  \"spa\": {\"redirectUris\": [\"$playground/playground/redirect.html\"]},
  \"requiredResourceAccess\": [{\"resourceAppId\": \"$client\", \"resourceAccess\": [{\"id\": \"$scope\", \"type\": \"Scope\"}]}]
}"
  pages=$(written_property "$name-playground" appId)
  upsert "servicePrincipals(appId='$pages')" "{\"displayName\": \"$name-playground\"}"
}

ask_for_consent() {
  local each
  for each in "$client" ${pages:+"$pages"}; do
    if [ "$consent" = yes ] && [ "$dry_run" = no ]; then
      az ad app permission admin-consent --only-show-errors --id "$each" ||
        fail "no consent for $each: a Privileged Role Administrator may give it, at $login/$tenant/adminconsent?client_id=$each"
    else
      echo "# An administrator consents at $login/$tenant/adminconsent?client_id=$each"
    fi
  done
}

print_settings() {
  echo "gateway.entra.tenant-id=$tenant"
  echo "gateway.entra.client-id=$client"
  [ "$cloud" = global ] || echo "gateway.entra.cloud=$cloud"
  [ "$acting_as" = caller ] || echo "gateway.entra.acting-as=$acting_as"
  [ -z "$issuer" ] || echo 'gateway.entra.credential.federated-token-file={where the platform puts the token of the workload}'
  [ -z "$certificate" ] || echo 'gateway.entra.credential.certificate={a file with the certificate and its private key}'
  [ -z "$pages" ] || echo "gateway.playground.client-id=$pages"
}

print_first_call() {
  cat <<TEXT
# A first token, and a first call:
#   TOKEN=\$(az account get-access-token --tenant $tenant --scope api://$client/access_as_user --query accessToken --output tsv)
#   curl -s {address of the gateway}/graphql -H "Authorization: Bearer \$TOKEN" -H 'Content-Type: application/json' -d '{"query": "{ viewer { objectId } }"}'
TEXT
}

readonly GUID='^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
name=authmethods-gateway offer=phone acting_as=caller consent=no dry_run=no
wanted_tenant='' issuer='' subject='' certificate='' playground='' pages=''
clients=()

read_options "$@"
permissions >/dev/null
find_tenant
find_permissions
register_gateway
[ -z "$issuer" ] || trust_workload
[ -z "$certificate" ] || trust_certificate
[ -z "$playground" ] || register_playground
ask_for_consent
print_settings
print_first_call
