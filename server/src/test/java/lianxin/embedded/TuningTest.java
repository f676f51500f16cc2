package lianxin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TuningTest {

    @Test
    void aServerIsUsed() {
        assertThat(Tuning.of(24_000, 0, 2, 80_000, Keeping.DURABLE).settings())
                .containsEntry("shared_buffers", "2000MB")
                .containsEntry("work_mem", "62MB")
                .containsEntry("maintenance_work_mem", "500MB")
                .containsEntry("max_wal_size", "4096MB")
                .doesNotContainKey("fsync");
    }

    @Test
    void aSmallMachineKeepsMostForOthers() {
        assertThat(Tuning.of(4_000, 0, 2, 5_000, Keeping.DURABLE).settings())
                .containsEntry("shared_buffers", "333MB")
                .containsEntry("work_mem", "10MB")
                .containsEntry("maintenance_work_mem", "83MB")
                .containsEntry("max_wal_size", "500MB");
    }

    @Test
    void theOperatorsWordCounts() {
        assertThat(Tuning.of(24_000, 600, 2, 80_000, Keeping.DURABLE).settings())
                .containsEntry("shared_buffers", "200MB");
    }

    @Test
    void onlyAThrowawayIsCareless() {
        assertThat(Tuning.of(24_000, 0, 2, 80_000, Keeping.THROWAWAY).settings())
                .containsEntry("fsync", "off")
                .containsEntry("shared_buffers", "85MB");
    }
}
