package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *               | every minute
            */5 * * * *             | every 5 minutes
            * * * * * *             | every second
            */10 * * * * *          | every 10 seconds
            0 */5 * * * *           | every 5 minutes
            @hourly                 | every hour
            5 * * * *               | every hour at minute 5
            0 */2 * * *             | every 2 hours
            23 */6 * * *            | every 6 hours at minute 23
            0 3 * * *               | every day at 03:00
            @daily                  | every day at 00:00
            30 0 3 * * *            | every day at 03:00:30
            0,30 9,17 * * *         | every day at 09:00, 09:30, 17:00 and 17:30
            30 7 * * MON-FRI        | on weekdays at 07:30
            0 0 * * 6,0             | on weekends at 00:00
            7 3 * * 7               | every Sunday at 03:07
            15 10 * * 1,3,5         | on Mondays, Wednesdays and Fridays at 10:15
            @monthly                | on the 1st of every month at 00:00
            @yearly                 | on the 1st of January at 00:00
            0 12 * JAN-MAR *        | every day in January to March at 12:00
            0 12 * JUN MON          | every Monday in June at 12:00
            0 0 0 1 1 * 2027-2029   | on the 1st of January in 2027 to 2029 at 00:00
            0 0 1 * * * 2027        | every day in 2027 at 01:00
            0 0 1,15 * FRI          | on the 1st and 15th of every month, or every Friday at 00:00
            0 0 */2 * MON           | on every 2nd day from the 1st of every month, but only every Monday at 00:00
            0 4 8-14 * *            | on the 8th to 14th of every month at 04:00
            0 4 11-13,21,22 * *     | on the 11th to 13th, 21st and 22nd of every month at 04:00
            0 0 1-31 * FRI          | every day at 00:00
            0 0 L * *               | on the last day of every month at 00:00
            0 0 L-3,LW,15W,1 * *    | on the 1st, the weekday nearest to the 15th, the 3rd day before the last and the last weekday of every month at 00:00
            0 0 * * 5L              | on the last Friday of every month at 00:00
            0 0 * 3 5L,1#2,WED      | on Wednesdays and the second Monday and the last Friday of March at 00:00
            */15 9-17 * * 1-5       | every 15 minutes from 09:00 to 17:45 on weekdays
            * 5 * * *               | every minute from 05:00 to 05:59
            */20 * 4-6 * * *        | every 20 seconds from 04:00 to 06:59
            0 9-17 * * MON-FRI      | every hour from 09:00 to 17:00 on weekdays
            5-10 9 * * *            | every minute between 09:05 and 09:10
            5,35 * * * *            | at minutes 5 and 35 of every hour
            */7 9-11 * * *          | at minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56 of hours 9 to 11
            23 0-20/4 * * *         | every day at 00:23, 04:23, 08:23, 12:23, 16:23 and 20:23
            */20 30 4 * * *         | at seconds 0, 20 and 40 of minute 30 of hour 4
            1-5 0 0 1 1 * 2027      | at seconds 1 to 5 of minute 0 of hour 0 on the 1st of January in 2027
            """)
    void saysInPlainEnglish(String text, String words) {
        assertEquals(words, ScheduleText.parse(text).schedule().words());
    }
}
