package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.spec.Positions.Position;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What both readers collect beside the tree, and what they must do alike. */
final class Reading {
    /** Longer numbers are nobody's setting and slow to convert. */
    private static final int MAX_DIGITS = 100;

    final Positions positions = new Positions();
    final List<Violation> violations = new ArrayList<>();

    void violation(String pointer, String message, @Nullable String hint, Position position) {
        violations.add(Positions.at(new Violation(pointer, message, hint), position));
    }

    /** Takes down a key, unless the object has it already. */
    boolean isNewKey(ObjectNode object, String key, String pointer, Position position) {
        if (!object.has(key)) {
            positions.putKey(pointer, position);
            return true;
        }
        Position first = positions.ofKey(pointer);
        String message = "The key '" + key + "' occurs twice"
                + (first == null ? "." : "; the first is in line " + first.line() + ".");
        violation(pointer, message, "Remove one of the two, or give it another name.", position);
        return false;
    }

    void checkDepth(int depth, String pointer, Position position) throws BrokenText {
        if (depth > Document.MAX_DEPTH) {
            throw new BrokenText(
                    pointer,
                    "The document is nested more than " + Document.MAX_DEPTH + " levels deep.",
                    "Look for brackets that are not closed.",
                    position);
        }
    }

    /** A number in the smallest form that holds it, so that equal numbers are equal nodes. */
    static @Nullable JsonNode number(String digits) {
        if (digits.length() > MAX_DIGITS) {
            return null;
        }
        try {
            BigInteger whole = new BigInteger(digits);
            return switch (whole.bitLength() / 32) {
                case 0 -> IntNode.valueOf(whole.intValue());
                case 1 -> LongNode.valueOf(whole.longValue());
                default -> BigIntegerNode.valueOf(whole);
            };
        } catch (NumberFormatException _) {
            return DecimalNode.valueOf(new BigDecimal(digits));
        }
    }
}
