package lianxin.record;

import lianxin.OwnDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The house with a database whose record nobody bends; the tests that extend this commit into it for good and share it. */
@SpringBootTest
abstract class RecordHouse {

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("record", properties);
    }
}
