# Registers the gateway in a tenant of Microsoft Entra, acting as the caller: what register.sh does, for those who keep their tenant in Terraform.

terraform {
  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = "~> 3.0"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.0"
    }
  }
}

variable "name" {
  description = "The display name of the registration."
  type        = string
  default     = "authmethods-gateway"
}

variable "permissions" {
  description = "The delegated permissions of Microsoft Graph for what the gateway offers; operating.md has the table."
  type        = set(string)
  default     = ["User.ReadBasic.All", "UserAuthMethod-Phone.ReadWrite.All"]
}

variable "clients" {
  description = "Front ends that need no consent of their own."
  type        = set(string)
  default     = []
}

variable "federated" {
  description = "The workload whose tokens prove who the gateway is, such as a Kubernetes service account; null for none."
  type        = object({ issuer = string, subject = string })
  default     = null
}

variable "playground" {
  description = "The origin of the playground, such as https://gateway.contoso.com; null for none."
  type        = string
  default     = null
}

data "azuread_client_config" "current" {}

data "azuread_service_principal" "graph" {
  client_id = "00000003-0000-0000-c000-000000000000"
}

resource "random_uuid" "scope" {}

resource "azuread_application" "gateway" {
  display_name            = var.name
  sign_in_audience        = "AzureADMyOrg"
  group_membership_claims = ["DirectoryRole"]

  api {
    requested_access_token_version = 2

    oauth2_permission_scope {
      id                         = random_uuid.scope.result
      value                      = "access_as_user"
      type                       = "User"
      enabled                    = true
      admin_consent_display_name = "Manage authentication methods"
      admin_consent_description  = "Lets the client manage authentication methods of users, as far as the signed-in administrator may."
    }
  }

  required_resource_access {
    resource_app_id = data.azuread_service_principal.graph.client_id

    dynamic "resource_access" {
      for_each = var.permissions

      content {
        id   = data.azuread_service_principal.graph.oauth2_permission_scope_ids[resource_access.value]
        type = "Scope"
      }
    }
  }

  # Known only once the registration is there; the resource below sets it.
  lifecycle {
    ignore_changes = [identifier_uris]
  }
}

resource "azuread_application_identifier_uri" "gateway" {
  application_id = azuread_application.gateway.id
  identifier_uri = "api://${azuread_application.gateway.client_id}"
}

resource "azuread_service_principal" "gateway" {
  client_id = azuread_application.gateway.client_id
}

resource "azuread_application_pre_authorized" "client" {
  for_each             = var.clients
  application_id       = azuread_application.gateway.id
  authorized_client_id = each.value
  permission_ids       = [random_uuid.scope.result]
}

resource "azuread_application_federated_identity_credential" "gateway" {
  count          = var.federated == null ? 0 : 1
  application_id = azuread_application.gateway.id
  display_name   = var.name
  issuer         = var.federated.issuer
  subject        = var.federated.subject
  audiences      = ["api://AzureADTokenExchange"]
}

resource "azuread_application" "playground" {
  count            = var.playground == null ? 0 : 1
  display_name     = "${var.name}-playground"
  sign_in_audience = "AzureADMyOrg"

  single_page_application {
    redirect_uris = ["${var.playground}/playground/redirect.html"]
  }

  required_resource_access {
    resource_app_id = azuread_application.gateway.client_id

    resource_access {
      id   = random_uuid.scope.result
      type = "Scope"
    }
  }
}

resource "azuread_service_principal" "playground" {
  count     = var.playground == null ? 0 : 1
  client_id = azuread_application.playground[0].client_id
}

output "settings" {
  description = "The settings of the gateway. An administrator still consents: enterprise applications, permissions."
  value = join("\n", compact([
    "gateway.entra.tenant-id=${data.azuread_client_config.current.tenant_id}",
    "gateway.entra.client-id=${azuread_application.gateway.client_id}",
    var.playground == null ? "" : "gateway.playground.client-id=${azuread_application.playground[0].client_id}",
  ]))
}
