package fr.aiguillage.examples

import fr.aiguillage.Company
import fr.aiguillage.CompanyException
import fr.aiguillage.Language
import fr.aiguillage.Need
import fr.aiguillage.Router
import fr.aiguillage.fromJson
import fr.aiguillage.messageIn
import fr.aiguillage.withCompany
import java.io.IOException
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Path
import java.time.Duration

const val API: String = "https://recherche-entreprises.api.gouv.fr"

/** What the register knows of a facility; nothing where it is down or knows nothing. */
fun companyOf(siret: String, api: String = API): Company? {
    val request = HttpRequest.newBuilder(URI("$api/search?q=$siret")).timeout(Duration.ofSeconds(5)).build()
    repeat(3) {
        try {
            val answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString())
            if (answer.statusCode() != 429) return Company.fromJson(answer.body(), siret)
            val wait = answer.headers().firstValue("Retry-After").map { it.toLongOrNull() }.orElse(null) ?: 1
            Thread.sleep(minOf(wait, 5) * 1000)
        } catch (error: IOException) {
            return null.also { println("registre : ${error.message}") }
        } catch (error: CompanyException) {
            return null.also { println("registre : ${error.message}") }
        }
    }
    return null
}

/** The need with what the register adds to it. */
fun needOf(siret: String, subject: String, commune: String, api: String = API): Need {
    val need = Need(subject = subject, commune = commune, siret = siret)
    val company = companyOf(siret, api) ?: return need
    val completed = need.withCompany(company)
    (company.findings + completed.findings).forEach { println("à savoir : ${it.messageIn(Language.FR)}") }
    return completed.need
}

fun main(arguments: Array<String>) {
    val (directory, siret, subject, commune) = arguments
    Router.open(Path.of(directory)).use { router ->
        router.matchExperts(needOf(siret, subject, commune)).take(3).forEach { println("${it.expert.name} (${it.zone})") }
    }
}
