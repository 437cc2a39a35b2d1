package dev.gatehouse.engine.http;

/**
 * Where connections come in. Stays the same as long as the sockets do, whatever their listener is called meanwhile: what a
 * connection asks is which listener its entrance leads to now.
 */
final class Entrance {}
