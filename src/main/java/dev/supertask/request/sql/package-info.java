/// SQL for a database: statements, parameters, transaction, results. The only user of JDBC besides `store`, and in
/// another process: the databases of users have nothing to do with ours.
@NullMarked
package dev.supertask.request.sql;

import org.jspecify.annotations.NullMarked;
