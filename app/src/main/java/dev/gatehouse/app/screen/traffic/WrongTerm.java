package dev.gatehouse.app.screen.traffic;

/**
 * What the gateway could not read in a query.
 *
 * @param column where the term begins, from 1; 0 if it did not say
 */
public record WrongTerm(String words, String term, int column) {}
