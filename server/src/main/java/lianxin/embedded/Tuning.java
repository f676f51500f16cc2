package lianxin.embedded;

import java.util.Map;
import java.util.TreeMap;

/** PostgreSQL's settings for a machine of this size: generous on a server, harmless on a laptop. Pure. */
record Tuning(long machineMb, long memoryMb, int processors, long diskMb, Keeping keeping) {

    /**
     * @param chosenMb what the operator allows PostgreSQL, or 0 for a quarter of the machine, at most 8 GB
     * @param diskMb free space where the data is
     */
    static Tuning of(long machineMb, long chosenMb, int processors, long diskMb, Keeping keeping) {
        var memory = keeping == Keeping.THROWAWAY ? 256 : chosenMb > 0 ? chosenMb : Math.min(machineMb / 4, 8192);
        return new Tuning(machineMb, Math.max(memory, 128), processors, diskMb, keeping);
    }

    /** By PostgreSQL's own names. */
    Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("shared_buffers", mb(memoryMb / 3));
        settings.put("effective_cache_size", mb(Math.max(memoryMb, machineMb / 2)));
        settings.put("work_mem", mb(Math.clamp(memoryMb / 96, 4, 64)));
        settings.put("maintenance_work_mem", mb(Math.clamp(memoryMb / 12, 32, 1024)));
        settings.put("max_connections", "60");
        settings.put("max_worker_processes", String.valueOf(Math.max(8, processors)));
        settings.put("max_parallel_workers_per_gather", String.valueOf(Math.clamp(processors / 2, 1, 4)));
        // A county is loaded in one go; frequent checkpoints would write its pages many times over.
        settings.put("max_wal_size", mb(Math.clamp(diskMb / 10, 256, 4096)));
        settings.put("checkpoint_timeout", "15min");
        settings.put("wal_compression", "on");
        settings.put("random_page_cost", "1.1");
        settings.put("log_checkpoints", "off");
        // A statement or the detail of a broken constraint may carry a family's name; the log must not.
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("lc_messages", "C");
        if (keeping == Keeping.THROWAWAY) {
            settings.put("fsync", "off");
            settings.put("full_page_writes", "off");
            settings.put("synchronous_commit", "off");
            settings.put("max_connections", "100"); // Spring keeps a pool for every context it caches
        }
        return settings;
    }

    private static String mb(long amount) {
        return amount + "MB";
    }
}
