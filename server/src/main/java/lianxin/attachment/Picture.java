package lianxin.attachment;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture drawn anew: what is kept are the colours of its pixels, upright, and nothing else that was in the file. */
final class Picture {

    /** Larger ones are read at every second (third …) pixel: what lies in memory stays bounded, whatever the file promises. */
    private static final int IN_MEMORY = 16_000_000;

    private static final float QUALITY = 0.85f;

    private Picture() {}

    /** A JPEG of it, at most {@code edge} pixels on a side; refused when it has more pixels than are taken. */
    static byte[] anew(byte[] given, Bounds bounds) throws IOException {
        var png = Format.begins(given, Png.SIGNATURE);
        var turned = png ? 1 : Jpeg.orientation(given);
        var read = read(png ? "png" : "jpeg", png ? Png.bare(given) : Jpeg.bare(given), bounds);
        return written(drawn(read, turned, bounds.edge()));
    }

    private static BufferedImage read(String format, byte[] bare, Bounds bounds) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bare))) {
            reader.setInput(in, true, true);
            var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > bounds.pixels()) {
                throw AttachmentRefusal.PIXELS.because(bounds.megapixels());
            }
            var param = reader.getDefaultReadParam();
            var step = step(reader, pixels, bounds.edge());
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static int step(ImageReader reader, long pixels, int edge) throws IOException {
        var most = pixels > IN_MEMORY ? 2 : 1;
        return Math.max(most, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * edge));
    }

    private static BufferedImage drawn(BufferedImage read, int turned, int edge) {
        var scale = Math.min(1.0, (double) edge / Math.max(read.getWidth(), read.getHeight()));
        var width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        var sideways = turned >= 5;
        var fresh = new BufferedImage(sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
        var canvas = fresh.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, fresh.getWidth(), fresh.getHeight());
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.transform(upright(turned, width, height));
            canvas.drawImage(read, 0, 0, width, height, null);
        } finally {
            canvas.dispose();
        }
        return fresh;
    }

    /** From how the camera was held to how one looks at it (EXIF 2.3, tag 0x0112). */
    private static AffineTransform upright(int turned, int width, int height) {
        return switch (turned) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(BufferedImage fresh) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(fresh, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
