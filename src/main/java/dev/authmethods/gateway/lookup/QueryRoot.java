package dev.authmethods.gateway.lookup;

/** The object that all queries begin at: payloads offer it to clients that read more in the same request. */
public record QueryRoot() {}
