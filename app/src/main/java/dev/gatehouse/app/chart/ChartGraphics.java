package dev.gatehouse.app.chart;

import java.awt.Font;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import org.jfree.fx.FXGraphics2D;

/**
 * AWT's drawing calls on a canvas, with the font that was asked for. The bridge passes a font on only when it differs from
 * the last one, but each new clip restores the canvas to a state before it: labels would be drawn in the system's font.
 */
final class ChartGraphics extends FXGraphics2D {
    private final GraphicsContext context;

    ChartGraphics(GraphicsContext context) {
        super(context);
        this.context = context;
    }

    @Override
    public void drawString(String text, float x, float y) {
        Font font = getFont();
        context.setFont(javafx.scene.text.Font.font(
                font.getFamily(),
                font.isBold() ? FontWeight.BOLD : FontWeight.NORMAL,
                FontPosture.REGULAR,
                font.getSize2D()));
        super.drawString(text, x, y);
    }
}
