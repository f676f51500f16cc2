package lianxin.intake;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param dir where files wait until they are applied or have expired; made readable by the server alone */
@ConfigurationProperties("lianxin.imports")
record IntakeSettings(Path dir) {}
