package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.method.AuthenticationMethod;

/** A method of a kind that can be bound to a device in the directory. */
sealed interface MethodOnDevice
  extends AuthenticationMethod
  permits MicrosoftAuthenticatorMethod, PlatformCredentialMethod, WindowsHelloForBusinessMethod {}
