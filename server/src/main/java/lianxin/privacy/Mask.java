package lianxin.privacy;

/** How a value looks to whoever does not read it. */
enum Mask {
    /** 张*三: the first and the last character, however many there are between. */
    NAME {
        @Override
        String of(String value) {
            var written = value.strip().codePoints().toArray();
            if (written.length < 2) {
                return "*";
            }
            return new String(written, 0, 1) + "*"
                    + (written.length == 2 ? "" : new String(written, written.length - 1, 1));
        }
    },

    /** 138****1234; of any other number the last four. */
    PHONE {
        @Override
        String of(String value) {
            return value.length() == 11 && value.startsWith("1")
                    ? value.substring(0, 3) + "****" + value.substring(7)
                    : LAST_FOUR.of(value);
        }
    },

    LAST_FOUR {
        @Override
        String of(String value) {
            var shown = Math.max(value.length() - 4, 0);
            return "*".repeat(shown) + value.substring(shown);
        }
    },

    HIDDEN {
        @Override
        String of(String value) {
            return "***";
        }
    },

    NONE {
        @Override
        String of(String value) {
            return value;
        }
    };

    abstract String of(String value);
}
